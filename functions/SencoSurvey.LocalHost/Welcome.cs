namespace SencoSurvey.LocalHost;

/// <summary>What a newcomer may want to open first.</summary>
internal static class Welcome
{
    /// <param name="year">Of the demonstration's open round.</param>
    public static void Print(int port, int year)
    {
        var site = $"http://localhost:{port}";
        Console.WriteLine($"""

            SencoSurvey runs at {site}
              Survey      {site}/survey/{year}
              Report      {site}/reports/2016/la/813?code=local-function-key
              Outbox      {site}/dev/outbox
              Figures     {site}/api/rounds/2016/statistics/england.csv
                          {site}/api/rounds/2016/statistics/la/813?code=local-function-key
              Rounds      {site}/api/rounds
              Health      {site}/api/health
              API         {site}/api/openapi.json
            Stop with Ctrl-C.

            """);
    }
}
