package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationResultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "dmarc=pass (p=reject) header.from=kommun.example~true",
        "dmarc=pass~true",
        "DMARC = PASS policy.dmarc=none header.from=Kommun.Example~true",
        "spf=fail smtp.mailfrom=list.example; dkim=pass header.d=list.example; dmarc=pass~true",
        "dmarc=pass header.from=evil.example~false",
        "dmarc=fail header.from=kommun.example; dkim=pass header.d=kommun.example~false",
        "dmarc=temperror; spf=pass smtp.mailfrom=kommun.example~false",
        "dmarc=pass header.from=kommun.example; dmarc=fail header.from=kommun.example~false",
        "dmarc=none; dkim=pass header.d=kommun.example header.b=abcd==~true",
        "dkim=pass header.b=abcd== header.i=@kommun.example~true",
        "dkim=fail header.d=kommun.example; dkim=pass header.d=evil.example~false",
        "dkim=pass header.d=example~false",
        "dkim=pass header.d=evil.kommun.example~false",
        "dkim=pass header.d=evilkommun.example~false",
        "dkim=pass~false",
        "spf=pass smtp.mailfrom=bounce@kommun.example~true",
        "spf=pass smtp.mailfrom=kommun.example~true",
        "spf=pass smtp.helo=kommun.example~false",
        "spf=softfail smtp.mailfrom=kommun.example~false",
        "none~false",
        "iprev=pass; auth=pass smtp.auth=hr@kommun.example~false"
      })
  void aMailIsProvenByDmarcOrByItsOwnDomain(String results, boolean proven) {
    assertThat(parsed("mx.example.org; " + results).prove("HR@Kommun.Example")).isEqualTo(proven);
  }

  @Test
  void aDomainAboveTheSendersSpeaksForIt() {
    assertThat(parsed("mx; dkim=pass header.d=kommun.example").prove("hr@skola.kommun.example"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "spf=pass smtp.mailfrom=\"a; dmarc=pass\"@evil.example",
        "spf=fail (his own words: ; dmarc=pass) smtp.mailfrom=evil.example",
        "spf=fail (one (in another; dmarc=pass)) smtp.mailfrom=evil.example",
        "spf=fail (never closed; dmarc=pass",
        "spf=fail (closed \\) not; dmarc=pass)",
        "spf=fail reason=\"a \\\"; dmarc=pass\"",
        "spf=fail smtp.mailfrom=a dmarc=pass"
      })
  void whatTheSenderGotIntoTheServersOwnWordsProvesNothing(String results) {
    assertThat(parsed("mx.example.org; " + results).prove("hr@kommun.example")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "mx.example.org; none~mx.example.org",
        "MX.Example.org 1; spf=pass~mx.example.org",
        "\"mx.example.org\" (our server); spf=pass~mx.example.org",
        "(first a word) mx.example.org; none~mx.example.org"
      })
  void theServerIsNamedFirst(String header, String server) {
    assertThat(parsed(header).server()).isEqualTo(server);
  }

  @Test
  void aHeaderThatNamesNoServerIsNobodysWord() {
    assertThat(AuthenticationResults.parse("spf=pass smtp.mailfrom=x; dmarc=pass")).isEmpty();
    assertThat(AuthenticationResults.parse("")).isEmpty();
  }

  private static AuthenticationResults parsed(String header) {
    return AuthenticationResults.parse(header).orElseThrow();
  }
}
