package norrhub.faults;

import java.util.Collection;
import java.util.List;
import java.util.Random;

/** A partner: keeps lists of vacancies and sends them, each input after the one before it. */
interface Sender extends AutoCloseable {
  String feed();

  /** The partner's file of the hub's configuration. */
  String configuration();

  /** Sends the next input if the way is free; a line of the log, or nothing. */
  List<Input> send(Random random) throws Exception;

  /** Sends something that nobody can read. */
  List<Input> sendPoison(Random random) throws Exception;

  /** What is still to be fetched, in words; empty when nothing is. */
  String waiting() throws Exception;

  /** The model. */
  Collection<PartnerList> lists();

  @Override
  default void close() throws Exception {}
}
