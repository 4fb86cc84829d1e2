package dsqlsim.architecture;

import java.util.List;

/**
 * Who waits for whom at some moment.
 *
 * @param sentences one for each that waits
 * @param possible whether the quorums that are there allow all of them to go on
 */
public record Waiting(List<String> sentences, boolean possible) {
    public static final Waiting NOBODY = new Waiting(List.of(), true);

    public Waiting {
        sentences = List.copyOf(sentences);
    }
}
