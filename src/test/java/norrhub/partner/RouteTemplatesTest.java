package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner file says under {@code camel}, held against the route templates. */
class RouteTemplatesTest {
  @TempDir Path folder;

  @BeforeEach
  void templates() throws Exception {
    Files.createDirectories(folder.resolve("config/partners"));
    Files.createDirectories(folder.resolve("config/formats/some"));
    Files.writeString(folder.resolve("config/formats/some/format.yaml"), "evidence: captured\n");
    Files.createDirectories(folder.resolve("routes"));
    Files.writeString(
        folder.resolve("routes/own.camel.yaml"),
        """
        - routeTemplate:
            id: share
            parameters:
              - name: feed
              - name: tick
              - name: folder
              - name: password
              - name: port
                defaultValue: 21
              - name: suffix
                required: false
            route: {}
        - routeTemplate:
            id: nobodys
            parameters: []
            route: {}
        """);
  }

  @Test
  void aFeedThatGivesWhatItsTemplateNeedsIsRight() throws Exception {
    Partners partners =
        partners(
            "{ template: share, parameters: { folder: in, port: 22 }, secrets: { password: '${WORD}' } }");

    CamelSource source = partners.feed("a-jobs").orElseThrow().camel().orElseThrow();
    assertThat(source.parameters()).containsEntry("port", "22");
    assertThat(source.secrets().get("password").value()).isEqualTo("secret of at least 24 letters");
    assertThat(source).asString().doesNotContain("secret of");
    assertThat(partners.feed("a-jobs")).map(Feed::transport).contains(Transport.CAMEL);
  }

  @Test
  void aFeedWithoutATemplateIsDeliveredByAnotherRoute() throws Exception {
    assertThat(partners("{}").feed("a-jobs")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ template: shaer } | unknown route template `shaer`, did you mean `share`?",
        "{ template: sftp-feed } | `sftp-feed` is the hub's own: write `sftp:` instead of `camel:`",
        "{ template: nobodys } | the route template `nobodys` does not declare the parameter `feed`, so it cannot say whose deliveries it brings",
        "{ template: share, secrets: { password: '${WORD}' } } | the route template `share` needs the parameter `folder`: write it under `parameters`, or under `secrets` if it is one",
        "{ template: share, parameters: { folder: in, prot: 1 }, secrets: { password: '${WORD}' } } | the route template `share` has no parameter `prot`, did you mean `port`?",
        "{ template: share, parameters: { folder: in, feed: x }, secrets: { password: '${WORD}' } } | the hub fills in `feed` itself",
        "{ template: share, parameters: { folder: in, password: x }, secrets: { password: '${WORD}' } } | `password` is in `parameters` and in `secrets`",
        "{ parameters: { folder: in } } | `parameters` and `secrets` are of a `template`",
        "{ keys: ['${SHORT}'] } | the key ${SHORT} has fewer than 24 characters: let `openssl rand -hex 32` make it",
      })
  void whatIsWrongIsAFaultOfThePartnerFile(String camel, String fault) throws Exception {
    assertThat(partners(camel).rejected())
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.faults()).extracting(one -> one.text()).containsExactly(fault));
  }

  private Partners partners(String camel) throws Exception {
    Files.writeString(
        folder.resolve("config/partners/a.yaml"),
        """
        name: A
        boards: all
        feeds:
          - id: a-jobs
            format: some
            speaksFor: feed
            camel: %s
        """
            .formatted(camel));
    var home =
        new HubDirectories(
            folder.resolve("config"), folder.resolve("routes"), folder.resolve("data"));
    return new Partners(
        home,
        new ConfigFiles(
            name -> Optional.of(name.equals("SHORT") ? "short" : "secret of at least 24 letters")));
  }
}
