package annals.page;

/** What a server shows for an address that does not exist. */
public record NotFoundPage(Frame frame, String title, String text) implements Page {}
