package norrhub.admin.endpoint;

/** The metrics that have a row for each feed, board or state; src/docs/monitoring.md lists them. */
enum HubMetric {
  FEED_HEALTH(
      "norrhub.feed.health", "1 for how the feed is: failing, silent, backing_off, new, ok, off"),
  FEED_WAITING("norrhub.feed.waiting", "Deliveries of the feed that are received and not applied"),
  FEED_HELD_BACK("norrhub.feed.held.back", "Vacancies that are missing from the feed and stay"),
  FEED_POLLED("norrhub.feed.polled.timestamp.seconds", "When the feed was last polled well"),
  DELIVERIES("norrhub.deliveries.recent", "Of the last 1000 deliveries, those in the state"),
  VACANCIES("norrhub.vacancies", "Vacancies of the feed that are open or scheduled"),
  EVENTS("norrhub.events.waiting", "Postings of the event board that were not sent yet"),
  REMOVED("norrhub.retention.removed", "Rows or files of the kind removed since the start"),
  REMOVED_BYTES("norrhub.retention.removed.bytes", "Bytes of files removed since the start"),
  BOARD_ITEMS("norrhub.board.items", "Items in the board's document"),
  BOARD_BYTES("norrhub.board.bytes", "Size of the board's document, uncompressed"),
  BOARD_BUILT("norrhub.board.built.timestamp.seconds", "When the board's document was built"),
  BOARD_FAILING("norrhub.board.failing", "1 while the board cannot be brought up to date");

  private final String meter;
  private final String meaning;

  HubMetric(String meter, String meaning) {
    this.meter = meter;
    this.meaning = meaning;
  }

  String meter() {
    return meter;
  }

  String meaning() {
    return meaning;
  }

  boolean isFromDatabase() {
    return !meter.startsWith("norrhub.board") && !meter.startsWith("norrhub.retention");
  }
}
