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
          https://jobb.example.se./1                 | https://jobb.example.se./1
          https://93.184.216.34/jobb                 | https://93.184.216.34/jobb
          https://172.32.0.1/                        | https://172.32.0.1/
          https://100.128.0.1/                       | https://100.128.0.1/
          https://localhost.example.se/              | https://localhost.example.se/
          https://local.internal.example.se/         | https://local.internal.example.se/
          https://10.0.0.1.example.se/               | https://10.0.0.1.example.se/
          https://3m.example.se/                     | https://3m.example.se/
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
        "ansök via vår hemsida",
        "https://intranet/jobb",
        "https://jobb.local/1",
        "https://jobb.corp.internal/1",
        "https://a.localhost/",
        "https://router.lan/",
        "https://127.0.0.1/",
        "https://127.0.0.1./",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.01/",
        "https://017700000001/",
        "https://0x7F.1/",
        "https://10.1.2.3:8080/jobb",
        "https://172.31.255.255/",
        "https://192.168.1.1/",
        "https://192.168.257/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://255.255.255.255/",
        "https://224.0.0.1/",
        "https://1.2.3.4.5/",
        "https://999.1.1.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/",
        "https://[fd00::1]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[64:ff9b::10.0.0.1]/",
        "https://127.0.0.1%2f@example.se/",
        "https://%31%32%37.0.0.1/",
        "https://\uff11\uff12\uff17.0.0.1/",
        "https://127\u30020\u30020\u30021/"
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
        "@b.se",
        "mailto:?bcc=a@b.se",
        "mailto:a@b.se?cc=c@d.se",
        "mailto:a@b.se?body=hej",
        "mailto:a@b.se%0abcc:c@d.se",
        "a%0Abcc=c@d.se",
        "a%0d%0aBcc%3a@d.se",
        "a@b.se,c@d.se",
        "MAILTO:a@b.se&bcc=c@d.se"
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
