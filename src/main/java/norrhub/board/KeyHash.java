package norrhub.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The hash of a board's key; the key itself is shown once and kept nowhere.
 *
 * <p>A plain SHA-256 is enough here: a key is 256 random bits, so there is nothing to guess.
 *
 * @param text as it stands in the board's file: {@code sha256:} and 64 hexadecimal digits
 */
public record KeyHash(String text) {
  static final String PATTERN = "sha256:[0-9a-f]{64}";
  private static final String PREFIX = "sha256:";

  public KeyHash {
    if (!text.matches(PATTERN)) {
      throw new IllegalArgumentException("Not the hash of a key: " + text);
    }
  }

  public static KeyHash of(String key) {
    return new KeyHash(PREFIX + DigestUtils.sha256Hex(key));
  }

  /** Compares in constant time, so that the answer's delay tells nothing. */
  boolean matches(KeyHash other) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.US_ASCII), other.text.getBytes(StandardCharsets.US_ASCII));
  }
}
