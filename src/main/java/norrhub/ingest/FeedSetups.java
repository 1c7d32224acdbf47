package norrhub.ingest;

import java.util.Map;
import java.util.TreeMap;
import norrhub.catalogue.Aliases;
import norrhub.mapping.Formats;
import norrhub.normalise.Normaliser;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.vocabulary.Vocabulary;
import norrhub.vocabulary.VocabularySource;
import org.springframework.stereotype.Component;

/** With what each feed's deliveries are applied as of now; a reload changes it between two. */
@Component
public class FeedSetups {
  private final Partners partners;
  private final Formats formats;
  private final Normaliser normaliser;
  private final VocabularySource vocabulary;
  private final Aliases aliases;

  FeedSetups(
      Partners partners,
      Formats formats,
      Normaliser normaliser,
      VocabularySource vocabulary,
      Aliases aliases) {
    this.partners = partners;
    this.formats = formats;
    this.normaliser = normaliser;
    this.vocabulary = vocabulary;
    this.aliases = aliases;
  }

  /** By feed; one whose format is rejected is not in it, and its deliveries wait. */
  public Map<String, FeedSetup> all() {
    Map<String, String> accepted = aliases.accepted();
    Vocabulary words = vocabulary.now();
    String rules = normaliser.fingerprint(words);
    Map<String, FeedSetup> setups = new TreeMap<>();
    for (Partner partner : partners.all()) {
      for (Feed feed : partner.feeds()) {
        formats
            .find(feed.format())
            .ifPresent(
                format -> {
                  String fingerprint =
                      Fingerprint.of(
                          partner, feed, format, rules, accepted.getOrDefault(partner.ats(), ""));
                  setups.put(feed.id(), new FeedSetup(partner, feed, format, words, fingerprint));
                });
      }
    }
    return setups;
  }
}
