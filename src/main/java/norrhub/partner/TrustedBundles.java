package norrhub.partner;

import java.util.Set;
import norrhub.config.ClosestMatch;
import norrhub.platform.ApplicationFile;
import norrhub.platform.HubDirectories;

/** Looks up the SSL bundles that feeds trust. */
final class TrustedBundles {
  private final Set<String> defined;
  private final boolean known;

  TrustedBundles(HubDirectories home) {
    ApplicationFile file = new ApplicationFile(home.config());
    this.defined = file.sslBundles();
    this.known = file.fault().isEmpty(); // with a fault it says nothing of bundles
  }

  /** Rejects no file: the other feeds run, and the bundle may come from elsewhere. */
  void check(PartnerFile partner) {
    for (String transport : Set.of("rest", "mail", "camel")) {
      partner
          .texts("/feeds/*/" + transport + "/trust")
          .forEach(
              (pointer, bundle) -> {
                if (known && !bundle.startsWith("${") && !defined.contains(bundle)) {
                  partner.addHarmless(pointer, unknown(bundle));
                }
              });
    }
  }

  private String unknown(String bundle) {
    String meant =
        ClosestMatch.of(bundle, defined).map(near -> ", did you mean `" + near + "`?").orElse(":");
    return "unknown SSL bundle `%s`%s define spring.ssl.bundle.pem.%s in config/application.yaml, and restart the hub"
        .formatted(bundle, meant.endsWith("?") ? meant + " Or" : meant, bundle);
  }
}
