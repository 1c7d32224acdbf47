package norrhub.catalogue;

import com.dynatrace.hash4j.hashing.Hashing;

/** The hash of a vacancy's content. */
final class Hash {
  private Hash() {}

  static long of(String content) {
    return Hashing.xxh3_64().hashCharsToLong(content);
  }
}
