// What [Function], [HttpTrigger], [QueueTrigger], [TimerTrigger], AuthorizationLevel and TimerInfo mean in this head.
global using Microsoft.Azure.Functions.Worker;
