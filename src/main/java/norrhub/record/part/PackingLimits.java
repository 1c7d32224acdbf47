package norrhub.record.part;

/**
 * How much a packed part may become before it is called hostile.
 *
 * @param files in one zip
 * @param bytes of all its files together
 * @param ratio of what comes out to what went in; text packs ten to thirty times, a bomb a thousand
 * @param harmless so many bytes are never too many, whatever the ratio
 */
record PackingLimits(int files, long bytes, int ratio, long harmless) {
  static final PackingLimits STANDARD = new PackingLimits(100, 1L << 30, 100, 10L << 20);
}
