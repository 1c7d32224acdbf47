package norrhub.ingest;

import com.carrotsearch.hppc.LongHashSet;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Locale;

/**
 * Finds keys of one delivery that differ in nothing but upper and lower case. Keys without letters
 * cannot, so they cost nothing; of others eight bytes are kept.
 */
final class KeySpellings {
  private final Hasher64 hash = Hashing.xxh3_64();
  private final LongHashSet folded = new LongHashSet();

  /**
   * @param key each of a delivery once
   * @return whether another key was the same but for its case
   */
  boolean isAnother(String key) {
    return hasLetter(key)
        && !folded.add(hash.hashCharsToLong(key.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
  }

  /** Every record of a delivery comes here: a loop costs a tenth of a stream. */
  private static boolean hasLetter(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (Character.isLetter(key.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
