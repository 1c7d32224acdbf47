package norrhub.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells crawlers where feeds are; there are no pages for a search engine. */
@RestController
class RobotsController {
  static final String PATH = "/robots.txt";
  private static final String RULES =
      """
      User-agent: *
      Allow: /feeds/
      Allow: /schema/
      Disallow: /
      """;

  @GetMapping(PATH)
  ResponseEntity<String> robots() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
        .body(RULES);
  }
}
