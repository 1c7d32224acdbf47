package norrhub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PublicUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://jobs.example.org, https://jobs.example.org/schema/vacancy-v1.json",
    "https://jobs.example.org/, https://jobs.example.org/schema/vacancy-v1.json",
    "http://localhost:8080, http://localhost:8080/schema/vacancy-v1.json",
    "https://example.org/norrhub//, https://example.org/norrhub/schema/vacancy-v1.json",
    "http://[::1]:8080, http://[::1]:8080/schema/vacancy-v1.json",
  })
  void addressesAreMadeWithIt(String url, String schema) {
    assertThat(new PublicUrl(URI.create(url)).schema("vacancy-v1")).isEqualTo(schema);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs.example.org",
        "ftp://jobs.example.org",
        "https:///feeds",
        "https://me@jobs.example.org",
        "https://jobs.example.org?board=1",
        "https://jobs.example.org#top",
        "/feeds",
        "",
      })
  void whatIsNoPlainAddressOfTheWebIsRefused(String url) {
    assertThatThrownBy(() -> new PublicUrl(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("norrhub.public-url must be an address such as https://")
        .hasMessageContaining("`" + url + "`");
  }

  @Test
  void aWrongSettingStopsTheStart() {
    new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues("norrhub.public-url=jobs.example.org")
        .run(
            hub ->
                assertThat(hub.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("norrhub.public-url must be an address"));
  }

  @EnableConfigurationProperties(PublicUrl.class)
  static class Settings {}
}
