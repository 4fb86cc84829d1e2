package dsqlsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @Test
    void theListIsTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../scenarios"))) {
            assertThat(files.map(each -> each.getFileName().toString())
                            .filter(each -> each.endsWith(".yaml"))
                            .map(each -> each.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Library.NAMES);
        }
    }

    @Test
    void everyBundledScenarioIsRightAndAsksAQuestion() throws InvalidScenario {
        for (String name : Library.NAMES) {
            Scenario scenario = Library.load(name, List.of());
            assertThat(scenario.name()).isEqualTo(name);
            assertThat(scenario.question()).as(name).isNotBlank();
            assertThat(scenario.expectations()).as(name).isNotEmpty();
            assertThat(scenario.source().path()).isEqualTo("scenarios/" + name + ".yaml");
        }
    }

    @Test
    void aMissingFileIsAProblemWithTheNearestName() {
        assertThat(problem("region-los"))
                .isEqualTo(
                        "region-los: there is no such file, and no bundled scenario of that name; did you mean 'region-loss'?");
        assertThat(problem("\0")).contains("there is no such file");
    }

    @Test
    void whatIsNoTextIsRefusedWhereItBegins(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.write(file, new byte[] {'a', '\n', 'b', (byte) 0xFF, 'c'});
        assertThat(problem(file.toString())).isEqualTo(file + ":2:2: expected UTF-8");
        Files.write(file, new byte[2 << 20]);
        assertThat(problem(file.toString())).isEqualTo(file + ": expected a file of at most 1 MiB");
    }

    private static String problem(String argument) {
        InvalidScenario invalid = catchThrowableOfType(InvalidScenario.class, () -> Library.open(argument));
        assertThat(invalid.problems()).hasSize(1);
        return invalid.getMessage();
    }
}
