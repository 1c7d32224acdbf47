package norrhub.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;

/**
 * Municipalities, the places in them, and counties, from {@code config/vocabulary/places.yaml}.
 *
 * <p>The file knows all of the campaign's 44 municipalities; of others it knows the code by its
 * shape.
 */
public final class Places {
  private static final Set<String> CAMPAIGN_COUNTIES = Set.of("22", "23", "24", "25");
  private static final Pattern CODE = Pattern.compile("\\d{4}");
  private static final Pattern CODE_WITHOUT_ITS_ZERO = Pattern.compile("[1-9]\\d{2}");

  private final Map<FoldedText, KnownPlace> municipalities = new HashMap<>();
  private final Map<FoldedText, KnownPlace> spots = new HashMap<>();
  private final Map<FoldedText, String> counties = new HashMap<>();
  private final Map<String, String> countyNames;
  private final Set<FoldedText> noPlace;
  private final List<String> names;

  Places(PlacesFile file) {
    file.municipalities().forEach(this::enter);
    file.counties().forEach(county -> county.known().forEach(name -> enter(county, name)));
    countyNames =
        file.counties().stream()
            .collect(
                Collectors.toUnmodifiableMap(PlacesFile.County::code, PlacesFile.County::name));
    names =
        Stream.concat(
                file.municipalities().stream()
                    .flatMap(
                        one ->
                            Stream.of(
                                    List.of(one.name()), one.names(), one.localities(), one.sites())
                                .flatMap(List::stream)),
                file.counties().stream().map(PlacesFile.County::name))
            .distinct()
            .toList();
    noPlace = file.noPlace().stream().map(FoldedText::of).collect(Collectors.toUnmodifiableSet());
  }

  /** The places as their files are now; empty where the vocabulary has faults. */
  public static Optional<Places> read(HubDirectories home, ConfigFiles files) {
    return new VocabularyFolder(home, files).read().vocabulary().map(Vocabulary::places);
  }

  /** All names in their right spelling. */
  public List<String> names() {
    return names;
  }

  /** Whether it is a municipality, a place in one, or a county. */
  public boolean knows(String written) {
    return spot(written).isPresent()
        || municipality(written).isPresent()
        || county(written).isPresent();
  }

  /** The municipality of that code or name; the code of one that is not in the file stands too. */
  public Optional<KnownPlace> municipality(String codeOrName) {
    return Optional.ofNullable(municipalities.get(FoldedText.of(codeOrName)))
        .or(() -> withoutEnding(codeOrName))
        .or(() -> byShape(codeOrName));
  }

  /** A town, village, site or municipality by its name. */
  public Optional<KnownPlace> spot(String name) {
    return Optional.ofNullable(spots.get(FoldedText.of(name))).or(() -> withoutEnding(name));
  }

  /** The two digits of a county by code, ISO code, NUTS code or name. */
  public Optional<String> county(String written) {
    FoldedText name = FoldedText.of(written);
    return Stream.of(Optional.of(name), name.without(" län"), name.without(" county"))
        .flatMap(Optional::stream)
        .flatMap(known -> Optional.ofNullable(counties.get(known)).stream())
        .findFirst();
  }

  /** The county's name, such as "Norrbottens län" of 25. */
  public Optional<String> countyName(String code) {
    return Optional.ofNullable(countyNames.get(code));
  }

  /** Words that stand where a place belongs and are none, such as "Remote". */
  public boolean isNoPlace(String written) {
    return noPlace.contains(FoldedText.of(written));
  }

  private void enter(PlacesFile.MunicipalityEntry entry) {
    KnownPlace whole = new KnownPlace(entry.code(), Optional.empty());
    Stream.concat(Stream.of(entry.code(), entry.name()), entry.names().stream())
        .forEach(name -> enter(municipalities, name, whole));
    Stream.concat(Stream.of(entry.name()), entry.names().stream())
        .forEach(name -> enter(spots, name, whole));
    entry.sites().forEach(site -> enter(spots, site, whole));
    entry
        .localities()
        .forEach(city -> enter(spots, city, new KnownPlace(entry.code(), Optional.of(city))));
  }

  private static void enter(Map<FoldedText, KnownPlace> names, String name, KnownPlace spot) {
    names.put(FoldedText.of(name), spot);
    names.putIfAbsent(FoldedText.of(name).unmarked(), spot);
  }

  private void enter(PlacesFile.County county, String name) {
    counties.put(FoldedText.of(name), county.code());
    counties.putIfAbsent(FoldedText.of(name).unmarked(), county.code());
  }

  /** "Luleå kommun", "Bodens kommun". */
  private Optional<KnownPlace> withoutEnding(String name) {
    return FoldedText.of(name)
        .without(" kommun")
        .flatMap(
            bare ->
                Stream.of(Optional.of(bare), bare.without("s"))
                    .flatMap(Optional::stream)
                    .flatMap(folded -> Optional.ofNullable(municipalities.get(folded)).stream())
                    .findFirst());
  }

  /**
   * Codes outside the campaign's counties, such as 0180; a spreadsheet may have eaten their zero.
   */
  private Optional<KnownPlace> byShape(String code) {
    String four = CODE_WITHOUT_ITS_ZERO.matcher(code).matches() ? "0" + code : code;
    return Optional.of(four)
        .filter(digits -> CODE.matcher(digits).matches())
        .map(digits -> new KnownPlace(digits, Optional.empty()))
        .filter(spot -> counties.containsKey(FoldedText.of(spot.countyCode())))
        .filter(spot -> !CAMPAIGN_COUNTIES.contains(spot.countyCode()));
  }
}
