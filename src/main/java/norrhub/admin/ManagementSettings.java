package norrhub.admin;

import java.util.List;
import norrhub.web.AddressRange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who else may look at the management port.
 *
 * @param readers may read health without its details, and metrics
 */
@ConfigurationProperties("norrhub.management")
record ManagementSettings(@DefaultValue({"127.0.0.0/8", "::1"}) List<AddressRange> readers) {
  ManagementSettings {
    readers = List.copyOf(readers);
  }

  boolean mayRead(String address) {
    return AddressRange.literal(address)
        .filter(literal -> readers.stream().anyMatch(range -> range.contains(literal)))
        .isPresent();
  }
}
