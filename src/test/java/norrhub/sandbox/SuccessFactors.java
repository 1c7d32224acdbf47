package norrhub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * SuccessFactors' list of jobs as XML. The company is case-sensitive, and whoever names another
 * gets a web page, with status 200.
 */
final class SuccessFactors implements WebSystem {
  private static final String COMPANY = "KomatsuForest";

  private final OnePage list = new OnePage();

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) {
    return COMPANY.equals(request.query().getFirst("company"))
        ? list.answer(request, vacancies)
        : list.answer(
            request, "<!DOCTYPE html><html><body>Career site</body></html>".getBytes(UTF_8));
  }
}
