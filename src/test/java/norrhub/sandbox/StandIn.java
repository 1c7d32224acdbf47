package norrhub.sandbox;

import java.nio.file.Path;
import java.util.Map;

/** One partner's own system, running. */
interface StandIn extends AutoCloseable {

  /** What the values of the file's {@code names} may ask for: url, port … */
  Map<String, String> facts();

  /** What the partner does by itself, once, with the file of its vacancies. */
  void begin(Path vacancies) throws Exception;

  /** What it does by itself, once, when the hub can be reached, with that file. */
  default void beginWithHub(Path vacancies, int webPort) throws Exception {}

  /** How to be the partner: a line to type, or what to do, with that file. */
  String hint(Path vacancies);
}
