package dsqlsim.explore;

import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A finding as a file: the shrunken scenario in the ordinary language, its story on top as a comment. */
public final class ViolationFile {
    private ViolationFile() {}

    /** Writes a finding, shrunk if wanted. */
    public static void write(Path file, Finding finding, Request request, boolean shrunk)
            throws UnwritableOutputException {
        Draft draft = shrunk
                ? Shrinker.shrink(finding.text(), finding.violation(), request.budget())
                        .draft()
                : Draft.of(finding.text());
        draft.put("name", finding.check() + "-" + finding.number());
        StringBuilder text = new StringBuilder();
        String command = "dsqlsim replay " + file.getFileName();
        text.append("# Found by exploration: run ")
                .append(finding.number())
                .append(" of seed ")
                .append(request.seed())
                .append(", budget ")
                .append(request.budget().label())
                .append(". Tell it again: ")
                .append(command)
                .append("\n#\n");
        for (String sentence : story(file, draft.text(), request.budget()).sentences()) {
            text.append("# ").append(sentence).append('\n');
        }
        text.append(draft.text());
        FileOutput.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Story story(Path file, String text, Budget budget) {
        try {
            Scenario scenario = ScenarioReader.read(String.valueOf(file.getFileName()), text, List.of());
            return Story.of(scenario, budget);
        } catch (InvalidScenario e) {
            throw new IllegalStateException("a shrunken scenario that can't be read", e);
        }
    }
}
