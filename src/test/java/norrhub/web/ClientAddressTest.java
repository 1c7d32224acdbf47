package norrhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(
          new WebSettings(
              1,
              List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("2001:db8::/64")),
              1,
              Duration.ofSeconds(1),
              Map.of()));

  @ParameterizedTest(name = "{0} says {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 |                                   | 192.0.2.1",
        "192.0.2.1 | 198.51.100.7                      | 192.0.2.1", // no proxy of ours
        "10.0.0.1  | 198.51.100.7                      | 198.51.100.7",
        "10.0.0.1  | 127.0.0.1, 198.51.100.7           | 198.51.100.7", // the client wrote the
        // first
        "10.0.0.1  | 198.51.100.7, 10.9.9.9            | 198.51.100.7", // two of our proxies
        "10.0.0.1  | 203.0.113.1, 198.51.100.7, 10.2.2.2 | 198.51.100.7",
        "10.0.0.1  | 10.1.1.1, 10.2.2.2                | 10.1.1.1",
        "10.0.0.1  | 198.51.100.7:4711                 | 198.51.100.7",
        "10.0.0.1  | [2001:db8:5::1]:4711              | 2001:db8:5:0:0:0:0:1",
        "10.0.0.1  | 2001:db8:5::1                     | 2001:db8:5:0:0:0:0:1",
        "2001:db8::5 | 198.51.100.7                    | 198.51.100.7",
        "10.0.0.1  |                                   | 10.0.0.1",
        "10.0.0.1  | unknown                           | 10.0.0.1",
        "10.0.0.1  | 198.51.100.7, localhost           | 10.0.0.1",
        "10.0.0.1  | 198.51.100.7,                     | 10.0.0.1",
      })
  void onlyWhatTrustedProxiesSayIsBelieved(String peer, String forwarded, String client) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }
    assertThat(addresses.of(request).orElseThrow().getHostAddress()).isEqualTo(client);
  }

  @org.junit.jupiter.api.Test
  void linesOfTheHeaderFollowEachOther() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("10.0.0.1");
    request.addHeader("X-Forwarded-For", "203.0.113.1");
    request.addHeader("X-Forwarded-For", "198.51.100.7");
    assertThat(addresses.of(request).orElseThrow().getHostAddress()).isEqualTo("198.51.100.7");
  }
}
