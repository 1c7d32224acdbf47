package norrhub.platform;

/**
 * One kind of thing that the hub keeps, and its end. Implementations are found by injection of a
 * list, and belong to the package that owns the table or the folder.
 */
public interface Prunes {
  /** What it is, in small letters and hyphens: a name in metrics, status and commands. */
  String what();

  /** How much of it is past its time now. Changes nothing. */
  Pruned due();

  /** Removes a batch of what is past its time, in a transaction of its own. */
  Pruned prune();
}
