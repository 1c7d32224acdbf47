package norrhub.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Any system that gives all it has as one document: RSS, an export in XML, a web page. */
final class OnePage implements WebSystem {
  private static final String WEB_PAGE = "<!DOCTYPE html";

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) {
    if (!request.gets(request.list())) {
      return WebAnswer.notFound();
    }
    boolean page =
        new String(vacancies, 0, Math.min(20, vacancies.length), US_ASCII).startsWith(WEB_PAGE);
    return WebAnswer.ok(page ? "text/html; charset=utf-8" : "text/xml; charset=utf-8", vacancies);
  }
}
