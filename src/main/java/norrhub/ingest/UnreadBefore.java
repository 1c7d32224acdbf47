package norrhub.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.delivery.Applied;

/**
 * The deliveries that this process read and could not read whole, the last of each feed or file
 * name. The same bytes would end the same way, so they are not parsed at every poll; after a
 * restart they are parsed once, for the hub may have learnt to read them.
 */
final class UnreadBefore {
  private final Map<String, Long> deliveries = new ConcurrentHashMap<>();

  void add(DeliveryJob job) {
    deliveries.put(key(job), job.delivery().number());
  }

  void remove(DeliveryJob job) {
    deliveries.remove(key(job));
  }

  boolean holds(DeliveryJob job, Applied before) {
    return deliveries.getOrDefault(key(job), -1L) == before.read().number();
  }

  private static String key(DeliveryJob job) {
    return job.feed().id() + "\n" + job.scope();
  }
}
