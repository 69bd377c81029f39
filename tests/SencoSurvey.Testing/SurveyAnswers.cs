namespace SencoSurvey.Testing;

/// <summary>A synthetic SENCO's answers to senco-workload-1, as a form sends them, and the way through the pages with them.</summary>
public static class SurveyAnswers
{
    public static IReadOnlyDictionary<string, string[]> Leaving { get; } = new Dictionary<string, string[]>
    {
        ["localAuthority"] = ["813"],
        ["phase"] = ["primary"],
        ["schoolPupils"] = ["1,210"],
        ["schoolsServed"] = ["1"],
        ["roles"] = ["classTeacher", "middleLeader"],
        ["seniorLeadershipTeam"] = ["no"],
        ["yearsAsSenco"] = ["oneToThree"],
        ["qualification"] = ["workingTowards"],
        ["qualifiedTeacher"] = ["yes"],
        ["senSupport"] = ["31"],
        ["ehcp"] = ["4"],
        ["hoursAllocated"] = ["6½"],
        ["hoursWorked"] = ["22"],
        ["adminSupportHours"] = ["0"],
        ["nonContactFullTime"] = ["no"],
        ["timeComparedWithLastYear"] = ["same"],
        ["enoughTimeForRole"] = ["disagree"],
        ["enoughTimeForSenSupport"] = ["disagree"],
        ["enoughTimeForEhcp"] = ["neither"],
        ["manageableByOnePerson"] = ["stronglyDisagree"],
        ["understoodByLeaders"] = ["agree"],
        ["protectedTime"] = ["stronglyAgree"],
        ["pulledAway"] = ["often"],
        ["inRoleInFiveYears"] = ["no"],
        ["leaveRoleWithin"] = ["twoYears"],
        ["mainReasonForLeaving"] = ["workload"],
        ["leaveProfession"] = ["notSure"],
        ["comments"] = ["A synthetic comment.\nOn two lines."],
    };

    /// <summary>What a page's fields are to be filled with.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> For(SurveyClient client) => Leaving.Where(answer => client.Asked.Contains(answer.Key));

    /// <summary>Gives consent, and stands at the first page of questions.</summary>
    public static async Task<SurveyClient> BeginAsync(this SurveyClient client, string round)
    {
        await client.GetAsync($"/survey/{round}");
        return await client.PressAsync(("consent", ["yes"]));
    }

    /// <summary>Answers every page until all answers are to be checked.</summary>
    public static async Task<SurveyClient> AnswerAllAsync(this SurveyClient client)
    {
        while (!client.Address.EndsWith("/answers", StringComparison.Ordinal)) await client.PressAsync(For(client));
        return client;
    }
}
