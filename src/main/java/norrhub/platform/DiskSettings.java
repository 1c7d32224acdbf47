package norrhub.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much room the data folder's disk must have. What is not set is a share of the disk, so that
 * small disks work too.
 *
 * @param warnBelow with less room on the disk of the data folder, health and {@code status} warn;
 *     by default 1 GB, or a tenth of a small disk
 * @param stopBelow with less room, nothing is polled and no event is sent; by default 200 MB, or a
 *     twentieth
 */
@ConfigurationProperties("norrhub.disk")
public record DiskSettings(@Nullable DataSize warnBelow, @Nullable DataSize stopBelow) {
  private static final DataSize WARN = DataSize.ofGigabytes(1);
  private static final DataSize STOP = DataSize.ofMegabytes(200);
  private static final int TENTH = 10;
  private static final int TWENTIETH = 20;

  public DiskSettings {
    if (warnBelow != null && stopBelow != null && warnBelow.compareTo(stopBelow) < 0) {
      throw new IllegalArgumentException(
          "norrhub.disk.warn-below (%s) must not be less than norrhub.disk.stop-below (%s)"
              .formatted(warnBelow, stopBelow));
    }
  }

  long warnBelow(long total) {
    long own = warnBelow != null ? warnBelow.toBytes() : Math.min(WARN.toBytes(), total / TENTH);
    return Math.max(own, stopBelow(total));
  }

  long stopBelow(long total) {
    return stopBelow != null ? stopBelow.toBytes() : Math.min(STOP.toBytes(), total / TWENTIETH);
  }
}
