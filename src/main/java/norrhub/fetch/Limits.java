package norrhub.fetch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one partner may cost us.
 *
 * @param file the largest file, or all pages of one poll over HTTP together
 * @param page the largest page of a feed over HTTP, unpacked
 * @param attachment the largest attachment of a mail
 * @param push the largest body of an HTTP request that pushes vacancies; it passes through the heap
 * @param poll the longest poll over HTTP, from its first request to its last byte, without the time
 *     that it waits for its turn between pages
 */
@ConfigurationProperties("norrhub.limits")
public record Limits(
    @DefaultValue("1GB") DataSize file,
    @DefaultValue("100MB") DataSize page,
    @DefaultValue("25MB") DataSize attachment,
    @DefaultValue("5MB") DataSize push,
    @DefaultValue("15m") Duration poll) {}
