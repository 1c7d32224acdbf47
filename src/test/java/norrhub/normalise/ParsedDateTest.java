package norrhub.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedDateTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as written                        | begins               | ends
          2026-10-24                          | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          20261024                            | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          2026/10/24                          | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          24.10.2026                          | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          24. 10. 2026                        | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          24/10/2026                          | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          10/24/2026                          | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          7/7/2026                            | 2026-07-06T22:00:00Z | 2026-07-07T22:00:00Z
          24 oktober 2026                     | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          den 24 oktober 2026                 | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          lördag 24 oktober 2026              | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          24 OKT 2026                         | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          1. augusti 2026                     | 2026-07-31T22:00:00Z | 2026-08-01T22:00:00Z
          October 24, 2026                    | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          Sept 1st, 2026                      | 2026-08-31T22:00:00Z | 2026-09-01T22:00:00Z
          46319                               | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          # the day on which summer time ends has 25 hours, the one on which it begins 23
          2026-10-25                          | 2026-10-24T22:00:00Z | 2026-10-25T23:00:00Z
          2026-03-29                          | 2026-03-28T23:00:00Z | 2026-03-29T22:00:00Z
          2026-10-25T02:30                    | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z
          2026-03-29 02:30                    | 2026-03-29T01:30:00Z | 2026-03-29T01:30:00Z
          # a time, without a zone and with one
          2026-10-24T23:59:59                 | 2026-10-24T21:59:59Z | 2026-10-24T21:59:59Z
          2026-10-24 08:10:51                 | 2026-10-24T06:10:51Z | 2026-10-24T06:10:51Z
          2026-10-24 kl. 12.00                | 2026-10-24T10:00:00Z | 2026-10-24T10:00:00Z
          24 oktober 2026, klockan 12:00      | 2026-10-24T10:00:00Z | 2026-10-24T10:00:00Z
          2026-10-24T24:00                    | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          2026-11-01T23:59:59+01:00           | 2026-11-01T22:59:59Z | 2026-11-01T22:59:59Z
          2026-10-24T10:00:00.123Z            | 2026-10-24T10:00:00Z | 2026-10-24T10:00:00Z
          2026-10-24T10:00:00+0200            | 2026-10-24T08:00:00Z | 2026-10-24T08:00:00Z
          2026-08-05 10:10:39 UTC             | 2026-08-05T10:10:39Z | 2026-08-05T10:10:39Z
          Mon, 03 Aug 2026 23:59:00 +0200     | 2026-08-03T21:59:00Z | 2026-08-03T21:59:00Z
          Mon, 3 Aug 2026 23:59 GMT           | 2026-08-03T23:59:00Z | 2026-08-03T23:59:00Z
          2026-10-24-08:00                    | 2026-10-24T08:00:00Z | 2026-10-25T08:00:00Z
          1792836000                          | 2026-10-24T10:00:00Z | 2026-10-24T10:00:00Z
          1792836000000                       | 2026-10-24T10:00:00Z | 2026-10-24T10:00:00Z
          # midnight without a zone is how databases write a day; with a zone it is meant
          2026-10-24T00:00:00                 | 2026-10-23T22:00:00Z | 2026-10-24T22:00:00Z
          2026-10-24T00:00:00+02:00           | 2026-10-23T22:00:00Z | 2026-10-23T22:00:00Z
          """)
  void readsADate(String written, String begins, String ends) {
    assertThat(ParsedDate.read(written))
        .hasValueSatisfying(
            date -> {
              assertThat(date.begins(STOCKHOLM)).isEqualTo(begins);
              assertThat(date.ends(STOCKHOLM)).isEqualTo(ends);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05/06/2026", // May here, June there
        "2026-02-30",
        "2026-13-01",
        "32 oktober 2026",
        "24 october",
        "24 oktobris 2026",
        "2026-10",
        "2026",
        "26-10-24",
        "6/18/26",
        "2026-10-24 25:00",
        "2026-10-24 12:60",
        "2026-10-24 och senare",
        "senast 2026-10-24",
        "löpande",
        "42",
        "123456",
        "99999999999999999999",
        "٢٠٢٦-١٠-٢٤",
        "",
        " "
      })
  void leavesWhatIsNoDate(String written) {
    assertThat(ParsedDate.read(written)).isEmpty();
  }
}
