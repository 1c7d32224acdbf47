package norrhub.sandbox;

/** Any system that gives all it has as one document: RSS, an export in XML. */
final class OnePage implements WebSystem {
  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) {
    return request.gets(request.list())
        ? WebAnswer.ok("text/xml; charset=utf-8", vacancies)
        : WebAnswer.notFound();
  }
}
