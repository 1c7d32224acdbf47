package norrhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** {@code mvn spring-boot:test-run}, the first command of the README. */
class FirstCommandTest {
  private static final String PLUGIN =
      "/project/build/plugins/plugin[artifactId='spring-boot-maven-plugin']";

  /** Without a name the plugin looks for main classes, and gives up where it finds two. */
  @Test
  void theFirstCommandOfTheReadmeNamesTheSandboxAsWhatItRuns() throws Exception {
    assertThat(Files.readString(Path.of("README.md"))).contains("\nmvn spring-boot:test-run\n");
    assertThat(inThePom(PLUGIN + "/executions/execution[id='default-cli']/configuration/mainClass"))
        .isEqualTo(Sandbox.class.getName());
  }

  /** The jar takes its main class from these, and would look for the sandbox in vain. */
  @Test
  void theSandboxIsNotTheMainClassOfTheJar() throws Exception {
    assertThat(inThePom("/project/properties/spring-boot.run.main-class")).isEmpty();
    assertThat(inThePom("/project/properties/start-class")).isEmpty();
    assertThat(inThePom(PLUGIN + "/configuration/mainClass")).isEmpty();
  }

  /** A newcomer's first run shows what the compiler warns of. */
  @Test
  void aWarningOfTheCompilerStopsTheBuild() throws Exception {
    assertThat(inThePom("//plugin[artifactId='maven-compiler-plugin']/configuration/failOnWarning"))
        .isEqualTo("true");
  }

  private static String inThePom(String path) throws Exception {
    Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    return XPathFactory.newInstance().newXPath().evaluate(path, pom);
  }
}
