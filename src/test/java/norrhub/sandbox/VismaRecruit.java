package norrhub.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Visma Recruit's XML: a list of assignments, and {@code AssignmentItem.ashx} for what the list
 * leaves out of one of them. Whoever has the group's number may read; all others get that answer in
 * XML, with status 200. The vacancies are a list with both.
 */
final class VismaRecruit implements WebSystem {
  private static final String GROUP = "5b6cdb8e-2f0e-4a7e-9d53-1c7a2e90f1aa";
  private static final String OF_THE_ITEM =
      "ReadMoreUrl, ApplicationMethods, DepartmentDescr, WorkDescr, Qualifications, AdditionalInfo,"
          + " ContactPersons";
  private static final String OF_THE_LIST =
      "Guid, RefNo, AccountName, NumberOfJobs, PublishStartDate, PublishEndDate,"
          + " ApplicationEndDate, IsInternal, AssignmentTitle, Municipality, County, Country,"
          + " Departments";

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) throws IOException {
    if (!GROUP.equals(request.query().getFirst("guidGroup"))) {
      return xml("<Error>Kunde inte hitta gruppen</Error>");
    }
    Document all =
        Jsoup.parse(new String(vacancies, StandardCharsets.UTF_8), "", Parser.xmlParser());
    all.outputSettings().prettyPrint(false);
    if (request.gets(request.list())) {
      all.select(OF_THE_ITEM).remove();
      return xml(all.outerHtml());
    }
    if (request.gets(request.list().replace("List", "Item"))) {
      return item(all, Optional.ofNullable(request.query().getFirst("guidAssignment")));
    }
    return WebAnswer.notFound();
  }

  private static WebAnswer item(Document all, Optional<String> guid) {
    for (Element assignment : all.select("Assignments > Assignment")) {
      if (guid.equals(Optional.ofNullable(assignment.selectFirst("Guid")).map(Element::text))) {
        assignment.select(OF_THE_LIST).remove();
        return xml(assignment.outerHtml());
      }
    }
    return xml("<Error>Kunde inte hitta annonsen</Error>");
  }

  private static WebAnswer xml(String text) {
    return WebAnswer.ok("text/xml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
