package norrhub.faults;

/** What goes wrong. */
enum FaultKind {
  HUB_KILLED(Part.HUB, "kill -9 of a hub"),
  HUB_PAUSED(Part.HUB, "a hub stopped for seconds (SIGSTOP)"),
  DATABASE_KILLED(Part.DATABASE, "kill -9 of PostgreSQL"),
  DATABASE_PAUSED(Part.DATABASE, "PostgreSQL stopped for seconds (SIGSTOP)"),
  DATABASE_SESSIONS_ENDED(Part.DATABASE, "all database sessions ended by the server"),
  DATABASE_LINES_CUT(Part.DATABASE, "all database connections reset"),
  DATABASE_HANGS(Part.DATABASE, "database connections that let nothing through"),
  SFTP_CUT(Part.SFTP, "SFTP cut in the middle of an answer"),
  SFTP_OPEN_REFUSED(Part.SFTP, "the SFTP server refuses to open a file"),
  SFTP_MOVE_REFUSED(Part.SFTP, "the SFTP server refuses to move and delete files"),
  FILE_HALF_WRITTEN(Part.SFTP, "a file that is seen while it is written"),
  HTTP_BAD_ANSWERS(Part.HTTP, "HTTP answers 500, 429, a web page, half a page, or late"),
  HTTP_CUT(Part.HTTP, "HTTP cut in the middle of a page"),
  MAIL_DOWN(Part.MAIL, "the IMAP server takes no connection"),
  MAIL_CUT(Part.MAIL, "IMAP cut in the middle of an answer"),
  BROKER_KILLED(Part.BROKER, "kill -9 of the broker"),
  BROKER_LINES_CUT(Part.BROKER, "all broker connections reset"),
  DISK_FULL(Part.DISK, "the data folder's disk is full"),
  POISON(Part.INPUT, "files and mails that nobody can read"),
  SLOW_LINES(Part.INPUT, "slow connections to all servers");

  /** What breaks; two faults of one part do not overlap. */
  enum Part {
    HUB,
    DATABASE,
    SFTP,
    HTTP,
    MAIL,
    BROKER,
    DISK,
    INPUT
  }

  private final Part part;
  private final String words;

  FaultKind(Part part, String words) {
    this.part = part;
    this.words = words;
  }

  Part part() {
    return part;
  }

  String words() {
    return words;
  }
}
