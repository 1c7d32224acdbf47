package norrhub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/33, 2001:db8:ffff::1, false",
    "::1, ::1, true",
    "127.0.0.0/8, ::ffff:127.0.0.1, true",
  })
  void aRangeHoldsTheAddressesThatShareItsFirstBits(String range, String address, boolean held) {
    assertThat(AddressRange.of(range).contains(AddressRange.literal(address).orElseThrow()))
        .isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/9", "10.0.0.1/8", "10.0.0",
        "localhost", "example.org/24", "::1/129", "300.0.0.1", "10.0.0.0/x", "0x7f.1",
            "fe80::1%eth0"
      })
  void whatIsNoRangeIsAFaultThatSaysSo(String text) {
    assertThatThrownBy(() -> AddressRange.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`" + text + "` is not a range of IP addresses");
  }

  @Test
  void ofIpv6AWholeNetworkCountsAsOneCaller() {
    var one = AddressRange.literal("2001:db8:1:2:3:4:5:6").orElseThrow();
    var other = AddressRange.literal("2001:db8:1:2:ffff::1").orElseThrow();
    var stranger = AddressRange.literal("2001:db8:1:3::1").orElseThrow();
    assertThat(AddressRange.around(one)).isEqualTo(AddressRange.around(other));
    assertThat(AddressRange.around(one)).isNotEqualTo(AddressRange.around(stranger));
  }
}
