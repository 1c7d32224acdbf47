package norrhub.admin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** What would open the management port stops the hub at its start. */
class ManagementServerTest {
  private final MockEnvironment settings =
      new MockEnvironment()
          .withProperty("server.port", "8080")
          .withProperty("management.server.port", "8081")
          .withProperty("server.forward-headers-strategy", "none");

  @Test
  void theUsualSettingsAreWell() {
    assertThatCode(() -> new ManagementServer(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "server.forward-headers-strategy, native",
    "server.forward-headers-strategy, FRAMEWORK",
    "server.tomcat.remoteip.remote-ip-header, X-Forwarded-For",
    "server.tomcat.remoteip.protocol-header, X-Forwarded-Proto"
  })
  void nothingMayBelieveAHeaderAboutItsSender(String setting, String value) {
    settings.setProperty(setting, value);
    assertThatThrownBy(() -> new ManagementServer(settings))
        .hasMessageContaining(setting)
        .hasMessageContaining("norrhub.web.trusted-proxies");
  }

  @Test
  void bothPortsAreNeverOne() {
    settings.setProperty("management.server.port", "8080");
    assertThatThrownBy(() -> new ManagementServer(settings))
        .hasMessageContaining("management.server.port must be another port");
  }

  @Test
  void readersAreRangesOfAddressesAndNothingElse() {
    settings.setProperty("norrhub.management.readers", "10.1.0.0/16, ::1");
    ManagementSettings read = bound();
    assertThat(read.mayRead("10.1.2.3")).isTrue();
    assertThat(read.mayRead("0:0:0:0:0:0:0:1")).isTrue();
    assertThat(read.mayRead("10.2.0.1")).isFalse();
    assertThat(read.mayRead("127.0.0.1")).isFalse();

    settings.setProperty("norrhub.management.readers", "monitor.example.org");
    assertThatThrownBy(this::bound)
        .rootCause()
        .hasMessageContaining("`monitor.example.org` is not a range of IP addresses");

    settings.setProperty("norrhub.management.readers", "");
    assertThat(bound().mayRead("127.0.0.1")).isFalse();
  }

  private ManagementSettings bound() {
    return Binder.get(settings).bindOrCreate("norrhub.management", ManagementSettings.class);
  }
}
