package norrhub.vacancy;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A vacancy's name for life: 32 lower-case hexadecimal digits.
 *
 * <p>It is the first 128 bits of SHA-256 over the identity namespace and the source key, so that it
 * is the same after a crash, a restore or a replay, and no board ever sees it change. 32 characters
 * fit the shortest limit among the boards (LinkedIn 40, Platsbanken 50 with its prefix of 15).
 */
public record VacancyId(UUID value) implements Comparable<VacancyId> {

  /**
   * The id of the vacancy that a partner's ATS calls {@code sourceKey}.
   *
   * @param namespace the partner's ATS, which outlives any one feed
   * @param sourceKey the ATS's own key, already trimmed and in NFC
   */
  public static VacancyId of(String namespace, String sourceKey) {
    byte[] digest = DigestUtils.sha256(namespace + '\n' + sourceKey);
    ByteBuffer bits = ByteBuffer.wrap(digest);
    return new VacancyId(new UUID(bits.getLong(), bits.getLong()));
  }

  /** Reads the form that {@link #toString()} writes; anything else is refused. */
  public static VacancyId parse(String hex) {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("A vacancy id has 32 digits 0-9 a-f, not: " + hex);
    }
    return new VacancyId(
        new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
  }

  /** Eight bytes that are as good as unique among the vacancies of a feed: half of a hash. */
  public long hash64() {
    return value.getLeastSignificantBits();
  }

  @Override
  public int compareTo(VacancyId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return String.format(
        "%016x%016x", value.getMostSignificantBits(), value.getLeastSignificantBits());
  }
}
