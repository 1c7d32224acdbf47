package norrhub.delivery;

import com.dynatrace.hash4j.hashing.Hashing;

/** Names of advisory locks as the 64-bit numbers that PostgreSQL wants. */
final class LockKey {
  private LockKey() {}

  static long of(String name) {
    return Hashing.xxh3_64().hashCharsToLong("norrhub " + name);
  }
}
