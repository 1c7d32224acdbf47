package norrhub.catalogue.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What time it should be by two witnesses who cannot be set: the time that has passed since the
 * clocks were believed last, and the database's clock. Pure and immutable.
 *
 * @param projected the time that was believed, moved on as time passed, at {@code nanos}
 * @param database the database's time at {@code nanos}
 * @param nanos of the stopwatch
 * @param leap by which the clocks differ from what was believed, since they do
 * @param settled the clocks have agreed with each other once since the hub started: before, nobody
 *     knows which of them is wrong
 */
record Timeline(
    Instant projected, Instant database, long nanos, Optional<Leap> leap, boolean settled) {
  /** Clocks that differ by less agree: nobody is harmed by a deadline some minutes off. */
  static final Duration TOLERANCE = Duration.ofMinutes(10);

  /** Clocks that agree with each other for so long are believed, though they leapt once. */
  static final Duration BELIEVED_AFTER = Duration.ofHours(24);

  /**
   * @param since nanos of the stopwatch
   */
  record Leap(Duration by, long since) {}

  static Timeline begin(Instant believed, Instant database, long nanos) {
    return new Timeline(believed, database, nanos, Optional.empty(), true);
  }

  /** As the clocks stand when the hub starts. */
  static Timeline start(Instant believed, Instant wall, Instant database, long nanos) {
    boolean settled = !isFar(Duration.between(database, wall));
    return new Timeline(believed, database, nanos, Optional.empty(), settled)
        .compared(wall, database, nanos);
  }

  /** The time to act by: the clock's, unless it is ahead of a witness. Never later than any. */
  Instant earliest(Instant wall, long at) {
    Instant limit = min(projected(at), database(at));
    return wall.isAfter(limit.plus(TOLERANCE)) ? limit : wall;
  }

  /** Why the clock is doubted; empty where all agree. */
  Optional<String> doubt(Instant wall, long at) {
    Duration skew = Duration.between(database(at), wall);
    if (isFar(skew)) {
      return Optional.of("The clock of this machine is %s the database's".formatted(inWords(skew)));
    }
    Duration off = Duration.between(projected(at), wall);
    return isFar(off)
        ? Optional.of(
            "The clocks of this machine and of the database leapt: they are %s the time that has"
                    .formatted(inWords(off))
                + " passed; if they stay so, they are believed after 24 hours")
        : Optional.empty();
  }

  /** After the clocks were compared anew. */
  Timeline compared(Instant wall, Instant databaseNow, long at) {
    Duration skew = Duration.between(databaseNow, wall);
    Duration off = Duration.between(projected(at), databaseNow);
    if (!settled && !isFar(skew)) {
      return begin(min(wall, databaseNow), databaseNow, at);
    }
    if (!isFar(off)) {
      Instant believed = isFar(skew) ? databaseNow : min(wall, databaseNow);
      return new Timeline(believed, databaseNow, at, Optional.empty(), settled);
    }
    Leap now = leap.filter(l -> !isFar(off.minus(l.by()))).orElseGet(() -> new Leap(off, at));
    boolean believed = !isFar(skew) && at - now.since() >= BELIEVED_AFTER.toNanos();
    return believed
        ? begin(databaseNow, databaseNow, at)
        : new Timeline(projected(at), databaseNow, at, Optional.of(now), settled);
  }

  Instant projected(long at) {
    return projected.plusNanos(at - nanos);
  }

  private Instant database(long at) {
    return database.plusNanos(at - nanos);
  }

  private static boolean isFar(Duration difference) {
    return difference.abs().compareTo(TOLERANCE) > 0;
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static String inWords(Duration difference) {
    Duration size = difference.abs();
    return "%d h %d min %s"
        .formatted(
            size.toHours(), size.toMinutesPart(), difference.isNegative() ? "behind" : "ahead of");
  }
}
