package norrhub.record;

import java.time.Duration;

/**
 * How much a reader takes before it calls a part hostile. No real vacancy comes near; a small heap
 * survives each of them.
 *
 * @param depth elements or brackets within each other
 * @param recordBytes bytes of one record, and of one token outside of records
 * @param nodes elements, attributes and values of one record
 * @param attributes of one element; columns of one table
 * @param records of one part
 * @param recordTime of the processor, for reading one record or one token outside of records
 */
public record Limits(
    int depth, int recordBytes, int nodes, int attributes, int records, Duration recordTime) {
  public static final Limits STANDARD =
      new Limits(100, 8 << 20, 50_000, 200, 1_000_000, Duration.ofSeconds(10));
}
