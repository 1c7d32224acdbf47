package norrhub.admin.endpoint;

import java.time.Duration;
import java.util.List;
import norrhub.web.AddressRange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who else may look at the management port.
 *
 * @param readers addresses (CIDR) that may read health without its details, and metrics
 * @param metricsEvery the greatest age of the numbers that metrics take from the database
 */
@ConfigurationProperties("norrhub.management")
record ManagementSettings(
    @DefaultValue({"127.0.0.0/8", "::1"}) List<AddressRange> readers,
    @DefaultValue("15s") Duration metricsEvery) {
  ManagementSettings {
    readers = List.copyOf(readers);
  }

  boolean mayRead(String address) {
    return AddressRange.literal(address)
        .filter(literal -> readers.stream().anyMatch(range -> range.contains(literal)))
        .isPresent();
  }
}
