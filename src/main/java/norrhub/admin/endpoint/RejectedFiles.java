package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norrhub.config.Fault;
import norrhub.mapping.Formats;
import norrhub.partner.Partners;
import norrhub.partner.RejectedConfig;
import org.springframework.stereotype.Component;

/** The files of partners and formats that the hub does not use, each with its faults. */
@Component
final class RejectedFiles {
  private final Partners partners;
  private final Formats formats;

  RejectedFiles(Partners partners, Formats formats) {
    this.partners = partners;
    this.formats = formats;
  }

  /** By what is set aside: {@code partner <id>}, or {@code formats}. */
  Map<String, List<String>> faults() {
    Map<String, List<String>> files = new TreeMap<>();
    for (RejectedConfig aside : partners.setAside()) {
      String how = aside.runsOn() ? " (runs on as it was)" : "";
      files.put("partner " + aside.partner() + how, texts(aside.faults()));
    }
    if (!formats.faults().isEmpty()) {
      files.put("formats", texts(formats.faults()));
    }
    return files;
  }

  private static List<String> texts(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }
}
