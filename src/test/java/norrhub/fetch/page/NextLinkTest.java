package norrhub.fetch.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
  private static final URI HOME = URI.create("https://jobs.example.org/v1/feed.json?size=50");

  @ParameterizedTest
  @CsvSource({
    "https://jobs.example.org/v1/feed.json?page=2, https://jobs.example.org/v1/feed.json?page=2",
    "HTTPS://JOBS.example.org:443/x,               HTTPS://JOBS.example.org:443/x",
    "/v2/feed.json?page=2,                         https://jobs.example.org/v2/feed.json?page=2",
    "page2.json,                                   https://jobs.example.org/v1/page2.json",
    "?page=2&q=a%2Bb,                              https://jobs.example.org/v1/feed.json?page=2&q=a%2Bb",
    "//jobs.example.org/x,                         https://jobs.example.org/x",
  })
  void aLinkOnTheSameServerIsFollowed(String link, URI expected) throws RefusedLink {
    assertThat(NextLink.follow(HOME, HOME, link)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "//evil.example/x",
        "http://jobs.example.org/v1/feed.json",
        "https://jobs.example.org:8443/x",
        "https://jobs.example.org.evil.example/x",
        "https://jobs.example.org@evil.example/x",
        "https://user:pass@jobs.example.org/x",
        "https:\\\\evil.example",
        "file:///etc/passwd",
        "mailto:a@b.se",
        "javascript:alert(1)",
        "/x?leak={{sys:java.vm.name}}",
        "/x?leak=%7B%7Bsys:java.vm.name%7D%7D{{",
        "/x?leak=${env:HOME}",
        "/x y",
        "/x\r\nHost: evil",
      })
  void anyOtherLinkIsRefused(String link) {
    assertThatThrownBy(() -> NextLink.follow(HOME, HOME, link)).isInstanceOf(RefusedLink.class);
  }

  @Test
  void aLinkWithoutEndIsRefused() {
    assertThatThrownBy(() -> NextLink.follow(HOME, HOME, "/" + "x".repeat(5000)))
        .isInstanceOf(RefusedLink.class)
        .hasMessageContaining("longer than");
  }
}
