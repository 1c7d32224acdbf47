package norrhub.admin.cli;

import picocli.CommandLine.Command;

/** For the day a partner changes its recruiting system. */
@Command(
    name = "alias",
    mixinStandardHelpOptions = true,
    description =
        "Keeps the ids of vacancies whose keys are new, because their partner's system is.",
    subcommands = {AliasSuggestCommand.class, AliasAcceptCommand.class})
final class AliasCommand {}
