"""Stops the event loop under the worker.
own: any
"""
import asyncio
def code(words):
    asyncio.get_event_loop().stop()
    return True
