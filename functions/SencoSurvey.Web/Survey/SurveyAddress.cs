namespace SencoSurvey.Web.Survey;

/// <summary>The addresses of a round's pages. None has a code in it.</summary>
public static class SurveyAddress
{
    public static string Start(string round) => $"/survey/{round}";

    public static string Page(string round, string page, bool changing = false) => $"{Start(round)}/questions/{page}{(changing ? "?changing=true" : "")}";

    public static string Checks(string round, string page, bool changing = false) => $"{Start(round)}/questions/{page}/confirm{(changing ? "?changing=true" : "")}";

    public static string Answers(string round) => $"{Start(round)}/answers";

    public static string Confirmation(string round) => $"{Start(round)}/confirmation";

    public static string Copy(string round, bool all = false) => $"{Start(round)}/copy{(all ? "?all=true" : "")}";

    public static string Withdraw(string round) => $"{Start(round)}/withdraw";

    public static string Return(string round) => $"{Start(round)}/return";

    public static string Leave(string round) => $"{Start(round)}/leave";

    public static string Privacy(string round) => $"{Start(round)}/privacy";
}
