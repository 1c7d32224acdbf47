package norrhub.sandbox;

import java.io.IOException;

/**
 * A kind of recruiting system that answers over HTTP, as the original does. A stand-in's file names
 * the class.
 */
interface WebSystem {
  /**
   * @param vacancies the partner's file as it is now
   */
  WebAnswer answer(WebRequest request, byte[] vacancies) throws IOException;
}
