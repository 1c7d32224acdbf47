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

  void add(Task task) {
    deliveries.put(key(task), task.delivery().number());
  }

  void remove(Task task) {
    deliveries.remove(key(task));
  }

  boolean holds(Task task, Applied before) {
    return deliveries.getOrDefault(key(task), -1L) == before.read().number();
  }

  private static String key(Task task) {
    return task.feed().id() + "\n" + task.scope();
  }
}
