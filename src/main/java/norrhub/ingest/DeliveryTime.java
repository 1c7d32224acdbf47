package norrhub.ingest;

import norrhub.record.CpuTime;

/** The processor time that a delivery has taken since its reading began. */
final class DeliveryTime {
  private final ReadingTime allowed;
  private final long begun = CpuTime.nanos();

  DeliveryTime(ReadingTime allowed) {
    this.allowed = allowed;
  }

  /** Whether so many records may not take longer. */
  boolean isSpent(int records) {
    return CpuTime.nanos() - begun
        > allowed.perDelivery().toNanos() + records * allowed.perRecord().toNanos();
  }
}
