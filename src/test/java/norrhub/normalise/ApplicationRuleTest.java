package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.enough;
import static norrhub.normalise.Drafts.normalised;
import static norrhub.normalise.Drafts.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://jobb.example.se/17                 | https://jobb.example.se/17
          HTTP://Jobb.Example.se/17?a=1&b=2#sok      | HTTP://Jobb.Example.se/17?a=1&b=2#sok
          https://jobb.example.se/lediga jobb/år     | https://jobb.example.se/lediga%20jobb/%C3%A5r
          https://jobb.example.se/a%20b?x={1}^2      | https://jobb.example.se/a%20b?x=%7B1%7D%5E2
          https://jobb.example.se/100%               | https://jobb.example.se/100%25
          https://jobb.example.se:8443/x             | https://jobb.example.se:8443/x
          https://jobb.example.se?to=a@example.se    | https://jobb.example.se?to=a@example.se
          www.example.se/jobb                        | https://www.example.se/jobb
          """)
  void anAddressIsKeptAsItIsWithStrayCharactersEncoded(String written, String expected) {
    ObjectNode draft = enough().put("applyUrl", written);

    assertThat(vacancy(draft).application().applyUrl()).contains(expected);
    assertThat(codes(draft)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,hej",
        "ftp://example.se/jobb",
        "//example.se/jobb",
        "/jobb/17",
        "jobb.example.se/17",
        "https://",
        "https:///jobb",
        "https://localhost/jobb",
        "https://anna:hemligt@example.se/",
        "https://anna@example.se/",
        "https://example.se\\@elak.example/",
        "https://exa mple.se/",
        "https://[::1]/",
        "Sök på https://example.se",
        "ansök via vår hemsida"
      })
  void anAddressThatCannotBePublishedIsANotice(String written) {
    ObjectNode draft = enough().put("adUrl", written);

    assertThat(vacancy(draft).application().adUrl()).isEmpty();
    assertThat(codes(draft)).containsExactly("application-url-wrong");
  }

  @Test
  void anEndlessAddressIsANotice() {
    assertThat(codes(enough().put("adUrl", "https://example.se/" + "å".repeat(400))))
        .containsExactly("application-url-wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "jobb@example.se, jobb@example.se",
    "mailto:jobb@example.se, jobb@example.se",
    "anna.berg+jobb@hr.example.se, anna.berg+jobb@hr.example.se"
  })
  void anEMailAddressIsAWayToApply(String written, String expected) {
    ObjectNode draft = enough().put("applyEmail", written);
    draft.remove("applyUrl");

    assertThat(vacancy(draft).application().applyEmail()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobb",
        "jobb@example",
        "a@b.se, c@d.se",
        "Anna <a@b.se>",
        "a@b.se?bcc=c@d.se",
        "@b.se"
      })
  void whatIsNoEMailAddressIsANotice(String written) {
    assertThat(codes(enough().put("applyEmail", written)))
        .containsExactly("application-email-wrong");
  }

  @Test
  void theAdItselfIsAWayToApply() {
    ObjectNode draft = enough().put("adUrl", "https://jobb.example.se/17");
    draft.remove("applyUrl");

    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void withoutAnyWayToApplyTheRecordIsRejectedAndSaysWhatWasWrong() {
    ObjectNode draft = enough().put("applyUrl", "javascript:alert(1)");

    assertThat(normalised(draft).vacancy()).isEmpty();
    assertThat(codes(draft)).containsExactly("application-url-wrong", "application-missing");
  }
}
