package norrhub.bench;

/**
 * One step of one round.
 *
 * @param raw seconds of the raw parse of the same file, taken just before
 * @param vacancies rows of the catalogue that were written
 * @param logged bytes that PostgreSQL wrote to its log
 * @param outcome the hub's own sentence
 */
record Step(
    String name, double raw, Cpu receive, Cpu apply, long vacancies, long logged, String outcome) {

  double seconds() {
    return receive.both() + apply.both();
  }
}
