package norrhub.ingest;

import norrhub.vacancy.VacancyId;

/**
 * The vacancies that a delivery holds, eight bytes each, so that a million of them fit easily. Ids
 * are cut from a SHA-256: half of one is still as good as unique.
 */
final class KeySet {
  private long[] slots = new long[1024];
  private int size;
  private boolean hasZero;

  /** Adds; false where it was there before. */
  boolean add(VacancyId id) {
    return add(key(id));
  }

  boolean contains(VacancyId id) {
    return contains(key(id));
  }

  boolean add(long key) {
    if (key == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    boolean isNew = put(slots, key);
    size += isNew ? 1 : 0;
    return isNew;
  }

  boolean contains(long key) {
    if (key == 0) {
      return hasZero;
    }
    int at = slot(slots, key);
    return slots[at] == key;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    for (long key : slots) {
      if (key != 0) {
        put(wider, key);
      }
    }
    slots = wider;
  }

  private static boolean put(long[] slots, long key) {
    int at = slot(slots, key);
    boolean isNew = slots[at] == 0;
    slots[at] = key;
    return isNew;
  }

  /** Where the key is, or where it would go. */
  private static int slot(long[] slots, long key) {
    int at = (int) key & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != key) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  static long key(VacancyId id) {
    return id.value().getLeastSignificantBits();
  }
}
