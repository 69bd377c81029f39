// What [Function], [HttpTrigger], [QueueTrigger], [TimerTrigger], AuthorizationLevel and TimerInfo mean in this head.
global using SencoSurvey.LocalHost.Platform;
