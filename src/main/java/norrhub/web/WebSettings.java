package norrhub.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is served.
 *
 * @param requestsPerMinute requests with one key, or from one address (IPv6: a /64), in a minute;
 *     on the public port
 * @param trustedProxies proxies (CIDR) whose {@code X-Forwarded-For} is believed, on the public
 *     port
 * @param connectionsPerAddress connections of one address (IPv6: a /64) at one time, on each port;
 *     trusted proxies may have more
 * @param headerTimeout the longest time from the first byte of a request to the end of its headers
 * @param origins the sites whose pages may read a keyed board, by board; every site's may read a
 *     public one
 */
@ConfigurationProperties("norrhub.web")
record WebSettings(
    @DefaultValue("600") int requestsPerMinute,
    @DefaultValue List<AddressRange> trustedProxies,
    @DefaultValue("200") int connectionsPerAddress,
    @DefaultValue("10s") Duration headerTimeout,
    @DefaultValue Map<String, List<String>> origins) {
  private static final String ORIGIN = "https?://[a-z0-9.-]+(:\\d{1,5})?";

  WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
    origins =
        origins.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, board -> List.copyOf(board.getValue())));
    origins.values().stream()
        .flatMap(List::stream)
        .filter(origin -> !origin.matches(ORIGIN))
        .forEach(
            wrong -> {
              throw new IllegalArgumentException(
                  "`%s` is not an origin such as https://jobb.example.org".formatted(wrong));
            });
    if (requestsPerMinute < 1 || connectionsPerAddress < 1 || headerTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("the limits of norrhub.web must be greater than zero");
    }
  }

  boolean isTrustedProxy(InetAddress address) {
    return trustedProxies.stream().anyMatch(range -> range.contains(address));
  }
}
