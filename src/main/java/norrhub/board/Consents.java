package norrhub.board;

import java.util.Optional;

/** Which partners let which boards show their vacancies. */
interface Consents {
  /**
   * Empty where nobody knows, because the partner's file is rejected, gone, or names a board that
   * does not exist: then what stands on the board stays and nothing new comes. A slip of the pen in
   * a file neither takes a partner's vacancies down nor shows them where they must not be.
   */
  Optional<Boolean> to(String board, String partner);

  /** Changes whenever an answer about this board may have changed. */
  String fingerprint(String board);
}
